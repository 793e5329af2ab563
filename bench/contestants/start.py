"""The start of Python with what the engine imports, and nothing done."""

import duckdb
import ibis
import numpy
import pyarrow
import scipy.optimize
import scipy.special

print(len([duckdb, ibis, numpy, pyarrow, scipy.optimize, scipy.special]))
