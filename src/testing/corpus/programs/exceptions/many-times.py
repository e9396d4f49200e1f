# Exceptions leave nothing behind.
def f(k):
    try:
        if k % 3 == 0:
            raise ValueError("number %d" % k)
        if k % 3 == 1:
            return [1, 2][k]
        return k
    except ValueError as e:
        return len(str(e))
    except IndexError:
        return -1

total = 0
for k in range(300):
    total += f(k)
print(total)

# expect: 15915
