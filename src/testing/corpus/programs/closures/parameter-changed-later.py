def f(x):
    def show():
        return x
    x += 1
    return show()
print(f(1))
# expect: 2
