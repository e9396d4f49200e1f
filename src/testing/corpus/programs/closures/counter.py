def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    return up
a = counter()
b = counter()
print(a(), a(), b(), a(5))
# expect: 1 2 1 7
