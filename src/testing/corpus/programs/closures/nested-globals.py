count = 0
def f():
    def up():
        global count
        count += 1
    up()
    up()
f()
print(count)
# expect: 2
