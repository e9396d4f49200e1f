from random import randint
a = randint(5, 4) # fault: math-domain
