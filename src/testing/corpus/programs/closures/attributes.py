# Each function that is made has attributes of its own.
def make(n):
    def add(x):
        return x + n
    add.n = n
    return add
a = make(1)
b = make(20)
a.n += 4
print(a.n, b.n, a(1), b(1))

# expect: 5 20 2 21
