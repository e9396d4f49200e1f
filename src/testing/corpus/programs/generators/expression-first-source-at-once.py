def source():
    print("source")
    return [1, 2]


g = (x for x in source())
print("made")
print(list(g))
# expect: source
# expect: made
# expect: [1, 2]
