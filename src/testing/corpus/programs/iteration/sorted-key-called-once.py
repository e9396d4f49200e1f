def key(x):
    print("key of", x)
    return -x


print(sorted([1, 3, 2], key=key))
# expect: key of 1
# expect: key of 3
# expect: key of 2
# expect: [3, 2, 1]
