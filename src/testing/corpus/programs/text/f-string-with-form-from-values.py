width = 6
print(f"{3.14159:{width}.{2}f}|{'x':{'*'}^{width}}|")
# expect:   3.14|**x***|
