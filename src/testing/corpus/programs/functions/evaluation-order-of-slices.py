a = [0, 1, 2, 3]
def swap():
    global a
    a = [9, 9, 9, 9]
    return 1
print a[swap():3]
# expect: [1, 2]
