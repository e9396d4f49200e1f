class A:
    def __add__(self, o):
        return "A"
class B(A):
    def __radd__(self, o):
        return "B"
print(A() + B(), A() + A())
# expect: B A
