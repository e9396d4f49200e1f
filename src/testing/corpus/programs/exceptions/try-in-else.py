# Statements of all kinds in each part.
def f(k):
    try:
        x = [1, 2, 3][k]
    except IndexError:
        for j in range(2):
            if j == 1:
                return "j"
    else:
        while x > 1:
            x -= 1
            if x == 2:
                return "two"
    finally:
        k = k * 2
    return x + k

print(f(0), f(1), f(2), f(3))

# expect: 1 3 two j
