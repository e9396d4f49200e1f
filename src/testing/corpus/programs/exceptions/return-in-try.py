# return in try, except and else.
def f(x):
    try:
        if x == 0:
            return "try"
        y = 1 // (x - 1)
    except ZeroDivisionError:
        return "except"
    else:
        return "else"

print(f(0), f(1), f(2))

# expect: try except else
