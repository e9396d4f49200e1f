def a():
    def b():
        def c(x):
            return x + 3
        return c(4)
    return b()
print(a())
# expect: 7
