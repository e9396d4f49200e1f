def total():
    sum = 0
    while True:
        got = yield sum
        if got is None:
            print("nothing sent")
        else:
            sum += got


t = total()
print(next(t))
print(t.send(5))
print(t.send(10))
print(next(t))
# expect: 0
# expect: 5
# expect: 15
# expect: nothing sent
# expect: 15
