if True:
    pass
for i in range(2):
    pass
print i
# expect: 1
