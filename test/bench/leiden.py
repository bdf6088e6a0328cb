"""igraph's Leiden on the links in a folder, for communities.ts: leiden.py FOLDER NODES RESOLUTION; prints seconds of processor time."""

import random
import sys
import time
from array import array

import igraph

folder, nodes, resolution = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])


def read(name, kind):
    values = array(kind)
    with open(f"{folder}/{name}", "rb") as file:
        values.frombytes(file.read())
    return values


ends = read("ends", "I")
weights = list(read("weights", "d"))
graph = igraph.Graph(nodes, list(zip(ends[::2], ends[1::2])))
random.seed(1)
start = time.process_time()
found = graph.community_leiden("modularity", weights=weights, resolution_parameter=resolution, n_iterations=2)
seconds = time.process_time() - start
with open(f"{folder}/membership", "wb") as file:
    array("I", found.membership).tofile(file)
print(seconds)
