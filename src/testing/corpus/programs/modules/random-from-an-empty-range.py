import random
print(random.randrange(5, 5))  # fault: math-domain
