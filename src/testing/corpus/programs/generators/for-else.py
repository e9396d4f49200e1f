def some():
    yield 1
    yield 2


for x in some():
    print(x)
else:
    print("all")
for x in some():
    break
else:
    print("never")
# expect: 1
# expect: 2
# expect: all
