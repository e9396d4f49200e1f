def adder(k):
    def add(x):
        return x + k
    return add
three = adder(3)
ten = adder(10)
print(three(4), ten(4), adder(1)(1))
# expect: 7 14 2
