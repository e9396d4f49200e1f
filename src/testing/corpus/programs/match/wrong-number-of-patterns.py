class Plain:
    pass


class One:
    __match_args__ = ("a",)
    a = 1


for value in [Plain(), One(), 5]:
    try:
        match value:
            case Plain(1):
                print("no")
            case One(1, 2):
                print("no")
            case int(1, 2):
                print("no")
    except TypeError as e:
        print(e)
# expect: Plain() accepts 0 positional sub-patterns (1 given)
# expect: One() accepts 1 positional sub-pattern (2 given)
# expect: int() accepts 1 positional sub-pattern (2 given)
