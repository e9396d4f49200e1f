point = (3, 4)
print("x={0[0]} y={0[1]}".format(point), "{p[1][0]}".format(p=[1, "ab"]))
# expect: x=3 y=4 a
