# Literals are compared by ==; None, True and False are the same thing.
def f(x):
    match x:
        case 1:
            return "one"
        case -1 | 2.5:
            return "minus one or a real"
        case "a" | "b":
            return "text"
        case None | True | False:
            return "constant"
        case _:
            return "other"


for value in [1, -1, 2.5, "b", None, True, False, 7, []]:
    print(value, f(value))
# expect: 1 one
# expect: -1 minus one or a real
# expect: 2.5 minus one or a real
# expect: b text
# expect: None constant
# expect: True one
# expect: False constant
# expect: 7 other
# expect: [] other
