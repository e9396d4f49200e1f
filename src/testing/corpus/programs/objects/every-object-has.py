# What all objects have from `object`.
o = object()
p = object()
SENTINEL = object()
def f(x=SENTINEL):
    return "none" if x is SENTINEL else x
print(o == p, o is o, o != p, type(o).__name__, isinstance(o, object), isinstance(3, object), f(), f(None))
print({o: 1}[o], p in {o: 1}, repr(o)[:15])
class S:
    def __init__(self, *args, **named):
        super().__init__(*args, **named)
    def __str__(self):
        return "S:" + super().__str__()[:12]
    def __eq__(self, other):
        return super().__eq__(other)
s = S()
print(s, s == s, s == S(), s.__eq__(1), hash(o) == o.__hash__())
class E(Exception):
    def __str__(self):
        return "<" + super().__str__() + ">"
print(E("x"))
# expect: False True True object True True none None
# expect: 1 False <object object 
# expect: S:<__main__.S  True False NotImplemented True
# expect: <x>
