def make(n):
    data = [n] * 20
    def f(i):
        return data[i] + n
    return f
total = 0
for k in range(300):
    f = make(k)
    total += f(3)
print(total)
# expect: 89700
