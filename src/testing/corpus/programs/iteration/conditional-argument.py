def one():
    yield 1


for flag in [True, False]:
    print(list(one() if flag else [2, 3]))
    print(sum(one() if flag else [2, 3]))
# expect: [1]
# expect: 1
# expect: [2, 3]
# expect: 5
