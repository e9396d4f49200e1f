# Many ways out of one try with a finally.
def f(n):
    for i in range(3):
        try:
            if n == 0:
                return "r0"
            if n == 1:
                continue
            if n == 2:
                break
            if n == 3:
                raise ValueError("v")
            if n == 4:
                return "r4"
        except ValueError:
            return "caught"
        finally:
            print("f", n, i)
    return "end"

for n in range(6):
    print(f(n))

# expect: f 0 0
# expect: r0
# expect: f 1 0
# expect: f 1 1
# expect: f 1 2
# expect: end
# expect: f 2 0
# expect: end
# expect: f 3 0
# expect: caught
# expect: f 4 0
# expect: r4
# expect: f 5 0
# expect: f 5 1
# expect: f 5 2
# expect: end
