from parallel import *

me = coreid()

# Work out the row and the column of this core.
row = 0
column = 0

print(f"Core {me} is in row {row}, column {column}")
