from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, Generic, List, Optional, Tuple, TypeVar, Union

if TYPE_CHECKING:
    from collections import Counter

T = TypeVar("T")
Row = List[float]
Table = Dict[str, list[int]]


class Box(Generic[T]):
    def __init__(self, x: T) -> None:
        self.x: Optional[T] = x

    def get(self) -> Union[T, None]:
        return self.x


def apply(f: Callable[[float], float], row: Row, *rest: Any) -> Tuple[float, int]:
    return f(row[0]), len(rest)


print(Box[int](3).get(), apply(lambda x: x + 1, [2], 5, 6))
# expect: 3 (3, 2)
