for i in range(6):
    if i % 2 == 0: continue
    print i,
print
# expect: 1 3 5 
i = 0
while i < 5:
    i += 1
    if i == 3: continue
    print i,
print
# expect: 1 2 4 5 
