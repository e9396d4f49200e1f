def count(n):
    for i in range(n):
        yield i


g = count(6)
for x in g:
    if x == 2:
        break
print("between")
for x in g:
    print(x)
for x in g:
    print("never")
# expect: between
# expect: 3
# expect: 4
# expect: 5
