def f():
    x = 5
    def show():
        return x
    x -= 1
    x *= 3
    x //= 2
    return show()
print(f())
# expect: 6
