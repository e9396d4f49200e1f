def f(items):
    def g(n=len(items)):
        return n
    items.append(0)
    return g()
print(f([1, 2]))
# expect: 2
