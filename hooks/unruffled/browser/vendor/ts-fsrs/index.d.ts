// What core/schedule.js uses of ts-fsrs.

interface Memory {
  stability: number;
  difficulty: number;
}

export declare function fsrs(parameters: {
  request_retention: number;
  enable_fuzz: boolean;
  learning_steps: string[];
  relearning_steps: string[];
}): {
  next_state(memory: Memory | null, days: number, grade: number): Memory;
  next_interval(stability: number, days: number): number;
};
