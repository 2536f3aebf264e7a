# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.caption_status import CaptionStatus
from ..types import UNSET, Unset, as_object, as_plain, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.caption import Caption


T = TypeVar("T", bound="CaptionReport")


@_attrs_define
class CaptionReport:
    """Result of a description, as the callback carries it. Unsigned.

    Attributes:
        status (CaptionStatus): 0: done; -1: failed.
        task_id (None | str | Unset): The task_id of the answer.
        msg (None | str | Unset): Why it failed. No source shows a failed one.
        data (Caption | None | Unset):
    """

    status: CaptionStatus
    task_id: None | str | Unset = UNSET
    msg: None | str | Unset = UNSET
    data: Caption | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        from ..models.caption import Caption  # noqa: PLC0415

        status = self.status.value

        task_id: None | str | Unset
        if isinstance(self.task_id, Unset):
            task_id = UNSET
        else:
            task_id = self.task_id

        msg: None | str | Unset
        if isinstance(self.msg, Unset):
            msg = UNSET
        else:
            msg = self.msg

        data: dict[str, Any] | None | Unset
        if isinstance(self.data, Unset):
            data = UNSET
        elif isinstance(self.data, Caption):
            data = self.data.to_dict()
        else:
            data = self.data

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
            }
        )
        if task_id is not UNSET:
            field_dict["task_id"] = task_id
        if msg is not UNSET:
            field_dict["msg"] = msg
        if data is not UNSET:
            field_dict["data"] = data

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.caption import Caption  # noqa: PLC0415

        d = as_object(src_dict, "CaptionReport")
        status = CaptionStatus(pop_required(d, "status", "CaptionReport"))

        task_id = as_plain(d.pop("task_id", UNSET), "task_id", (str,), nullable=True)

        msg = as_plain(d.pop("msg", UNSET), "msg", (str,), nullable=True)

        def _parse_data(data: object) -> Caption | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, dict):
                data_type_0 = Caption.from_dict(data)

                return data_type_0
            raise ValueError(f"data fits no variant of Caption | None | Unset: got {type(data).__name__}")

        data = _parse_data(d.pop("data", UNSET))

        caption_report = cls(
            status=status,
            task_id=task_id,
            msg=msg,
            data=data,
        )

        caption_report.additional_properties = d
        return caption_report

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
