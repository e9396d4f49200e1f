match = 5
case = [match, 2]
_ = 3
print(match, case, _)
match = {"a": case}
print(match["a"][1])
match match["a"], case:
    case [[x, _], [*y]]:
        print(x, _, y)


def match(x):
    return x * 2


match (4)
print(match (4) + 1)
match match(1):
    case 2: print("two")
# expect: 5 [5, 2] 3
# expect: 2
# expect: 5 3 [5, 2]
# expect: 9
# expect: two
