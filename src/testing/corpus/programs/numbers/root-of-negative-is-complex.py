root = (-4) ** 0.5
print(type(root), abs(root), round(root.imag, 4))
# expect: <class 'complex'> 2.0 2.0
