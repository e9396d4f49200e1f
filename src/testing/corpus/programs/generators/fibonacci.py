def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for f in fibonacci():
    if f > 50:
        break
    print(f)
# expect: 0
# expect: 1
# expect: 1
# expect: 2
# expect: 3
# expect: 5
# expect: 8
# expect: 13
# expect: 21
# expect: 34
