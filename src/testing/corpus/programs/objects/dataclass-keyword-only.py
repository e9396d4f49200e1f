from dataclasses import dataclass, field, KW_ONLY
@dataclass
class A:
    a: int
    b: int = field(default=3, kw_only=True)
@dataclass(kw_only=True)
class B:
    a: int
    b: int = 1
@dataclass
class C:
    a: int
    _: KW_ONLY
    b: int = 2
print(A(1, b=5), B(a=2), C(1, b=7))
# expect: A(a=1, b=5) B(a=2, b=1) C(a=1, b=7)
