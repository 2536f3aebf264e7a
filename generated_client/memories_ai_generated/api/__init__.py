# Generated from openapi/ by `make generate`. Do not edit.
"""Contains methods for accessing the API"""
