a = [str(i) for i in range(300)]
b = [[s] for s in a if len(s) == 2]
print len(a), a[299], len(b), b[0], b[-1]
# expect: 300 299 90 ['10'] ['99']
