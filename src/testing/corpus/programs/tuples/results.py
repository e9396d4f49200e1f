def divide(a, b):
    return a // b, a % b
q, r = divide(17, 5)
print q, r, divide(9, 4), divide(9, 4)[1]
# expect: 3 2 (2, 1) 1
def nothing():
    return ()
print nothing()
# expect: ()
