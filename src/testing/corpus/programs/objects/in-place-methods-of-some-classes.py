class Plain:
    def __init__(self, bits):
        self.bits = bits
    def __and__(self, other):
        return Plain(self.bits & other.bits)
    def __ror__(self, other):
        return f"{other} or {self.bits}"
class Own(Plain):
    def __iand__(self, other):
        self.bits &= other.bits
        return self
plain = Plain(7)
kept = plain
plain &= Plain(5)
print(plain.bits, kept.bits)
own = Own(7)
kept = own
own &= Plain(6)
print(own.bits, own is kept)
number = 1
number |= plain
print(number)
seen = {1, 2}
same = seen
seen -= {1}
print(seen, seen is same)
# expect: 5 7
# expect: 6 True
# expect: 1 or 5
# expect: {2} True
