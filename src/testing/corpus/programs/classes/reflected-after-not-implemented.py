class A:
    def __add__(self, o):
        return NotImplemented
class B:
    def __radd__(self, o):
        return "B took it"
print(A() + B())
print(1 + B())
# expect: B took it
# expect: B took it
