print(017) # error: leading-zero
