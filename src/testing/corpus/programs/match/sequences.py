# Lists, tuples and ranges are sequences; a text is none.
def f(p):
    match p:
        case ():
            return "empty"
        case (x,):
            return f"one {x}"
        case [0, y]:
            return f"y {y}"
        case [x, y] if x == y:
            return f"diagonal {x}"
        case first, *rest, last:
            return f"{first} {rest} {last}"


for value in [(), (5,), [0, 3], (2, 2), (1, 2), range(4), "ab", 3]:
    print(f(value))
# expect: empty
# expect: one 5
# expect: y 3
# expect: diagonal 2
# expect: 1 [] 2
# expect: 0 [1, 2] 3
# expect: None
# expect: None
