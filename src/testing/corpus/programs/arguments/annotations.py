def scale(x: float, by: "int" = 2, *rest: int, flag: bool = False, **more: str) -> float:
    y: float = x * by
    z: int
    return y
total: int = 3
names: list = ["a"]
names[0]: str = "b"
print(scale(1.5), scale(2.0, 3), total, names)
# expect: 3.0 6.0 3 ['b']
