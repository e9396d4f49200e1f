def outer(n):
    def twice(x):
        return x * 2
    return twice(n) + 1
print(outer(4))
# expect: 9
