def f(o):
    match o:
        case bool():
            return "bool"
        case int(n) if n > 100:
            return f"large {n}"
        case int() | float():
            return "number"
        case str(s):
            return s.upper()
        case list([a, b]):
            return a + b
        case tuple((1, *rest)):
            return rest
        case dict(d):
            return len(d)
        case ValueError(args=(message,)) | Exception(args=[_, message]):
            return message
    return "?"


for o in [True, 500, 5, 2.5, "hi", [1, 2], (1, 2, 3), {1: 2}, ValueError("m"), KeyError(1, "n"), None]:
    print(f(o))
# expect: bool
# expect: large 500
# expect: number
# expect: number
# expect: HI
# expect: 3
# expect: [2, 3]
# expect: 1
# expect: m
# expect: n
# expect: ?
