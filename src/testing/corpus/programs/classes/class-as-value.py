class A:
    def name(self):
        return "A"
class B:
    def name(self):
        return "B"
for kind in [A, B]:
    print(kind().name(), kind.__name__)
made = A if 1 > 2 else B
print(made().name())
# expect: A A
# expect: B B
# expect: B
