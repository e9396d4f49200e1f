total = 0
def add(n):
    global total
    total += n
    return total
print add(2) + add(3), total
# expect: 7 5
def shadow():
    total = 100
    return total
print shadow(), total
# expect: 100 5
def read(): return total * 2
print read()
# expect: 10
