# Generated from openapi/ by `make generate`. Do not edit.
"""Contains endpoint functions for accessing the API"""
