from parallel import *

me = coreid()

# Work out the row and the column of this core.
row = me // 4
column = me % 4

print(f"Core {me} is in row {row}, column {column}")
