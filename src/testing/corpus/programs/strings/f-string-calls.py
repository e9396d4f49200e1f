def twice(n):
    return n * 2
n = 1
def count():
    global n
    n += 1
    return n
print f"{n} {count()} {n} {twice(count())}"
# expect: 1 2 2 6
